namespace Classroom.School.People;

public enum Role
{
    Student,
    Teacher,
    Admin,
}
