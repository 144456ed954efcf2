"""What a machine needs to build, looked over before it is missed."""
