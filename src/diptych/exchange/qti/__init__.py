"""Questions for learning platforms as an IMS QTI 2.1 package, with their answers."""
