"""Lembar kerja evaluasi: the evaluation sheet (LKE) as data, its scores, and what is wrong in one."""
