"""One plain function per thing a person, or time, can do; the only place that commits."""
