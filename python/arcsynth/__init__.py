"""Program synthesis for ARC: breeds, searches, scores, validates and keeps programs."""
