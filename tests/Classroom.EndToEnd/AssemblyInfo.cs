using Classroom.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(School))]
// A browser test mostly waits: for a page, a run, a server that starts. Two of them at once keep two cores busy.
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 2)]
