using Classroom.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(School))]
[assembly: Parallelization(Mode = ParallelMode.None)]
