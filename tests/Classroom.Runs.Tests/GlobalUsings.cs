global using Classroom.School;
global using Classroom.School.Tests;
global using static Classroom.Runs.Tests.Running;
global using static Classroom.Tests.Waiting;
