"""What an official letter is: sections, zones, facts."""
