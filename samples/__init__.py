"""Sample letters of invented offices and the script that builds them."""
