using Classroom.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(School))]
// A browser test waits much of the time: for a run, a server that starts, a laptop that is away. Three at once keep two cores busy.
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 3)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
