global using static Classroom.School.Tests.Running;
