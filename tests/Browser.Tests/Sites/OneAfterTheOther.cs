// The tests share a site and its clock.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
