"""What was built from what is written down, so that nothing is built again for nothing."""
