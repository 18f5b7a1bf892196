global using Classroom.School;
global using Classroom.School.Tests;
global using Classroom.Training;
global using static Classroom.Runs.Tests.Running;
