"""The only place that knows SQL, and the sealing of what people wrote."""
