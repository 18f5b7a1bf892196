using Classroom.Web.Hosting;

return await CommandLine.RunAsync(args);
