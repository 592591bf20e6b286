"""Ways to hand letters over, one file each, found by being there."""
