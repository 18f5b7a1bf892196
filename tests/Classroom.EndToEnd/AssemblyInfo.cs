using Classroom.EndToEnd;

[assembly: AssemblyFixture(typeof(School))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
