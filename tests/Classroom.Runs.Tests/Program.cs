using Classroom.Runs.Tests;
using Xunit.Runner.InProc.SystemConsole;

// Started by a test with what ClassroomProcess gives it, otherwise by whoever runs the tests.
return args is [ClassroomProcess.Verb, var provider, var connection]
    ? await ClassroomProcess.ServeAsync(Enum.Parse<Provider>(provider), connection)
    : await ConsoleRunner.Run(args);
