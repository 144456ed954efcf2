"""What material is: the model, the YAML reader, inline markup and findings."""
