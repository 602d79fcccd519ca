"""What each command and button does; one file per person and concern."""
