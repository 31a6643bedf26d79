"""Work done item by item, in this process or in several, that outlives a worker that dies.

It knows nothing of bulletins: `work_through` gives the results of any function, in order,
and `outcomes` says of every item what came of it, where one failure must not end the rest.

* `doing`: the two calls
* `source`: items, drawn by chunks as they are needed
* `pool`: which worker does which chunk, and what has come of it
* `worker`: a process, seen from here
* `serving`: the same, seen from inside
* `together`: work that can be done on several items at once
* `packing`: what goes through the pipe between them
"""

from govnews.working.doing import outcomes, work_through
from govnews.working.outcome import Outcome
from govnews.working.together import Bunch, answers

__all__ = ["Bunch", "Outcome", "answers", "outcomes", "work_through"]
