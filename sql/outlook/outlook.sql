-- grain: outlook
-- inputs:
-- The outlooks from best to worst. Having no target year is worse than any known outlook only for the order in which conditions are weighed.

select *
from (values
    (1, 'achieved'),
    (2, 'ready'),
    (3, 'slipped'),
    (4, 'on_track'),
    (5, 'late'),
    (6, 'overdue'),
    (8, 'cannot_tell')
) as named (position, outlook)
