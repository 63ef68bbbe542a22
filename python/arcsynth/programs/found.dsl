# Programs that evolution found on demo pairs of training tasks (make campaign); no test output was seen.
# Each names by content key the tasks that it was learned on, and the operator, run, round and parents.
