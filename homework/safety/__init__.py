"""What may never go wrong: help now, the practice's word for it, and consent."""
