"""Random lives through the whole machine in virtual time: `homework simulate`."""
