namespace Classroom.School;

public enum Role
{
    Student,
    Teacher,
    Admin,
}
