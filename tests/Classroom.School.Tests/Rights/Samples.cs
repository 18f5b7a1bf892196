using System.Reflection;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Classes;

namespace Classroom.School.Tests.Rights;

/// <summary>
/// Something of each type that calls take: ids by the names of their parameters, records from their own parts. What is asked for needs
/// no sense; whether one may ask for it comes first.
/// </summary>
internal sealed class Samples(RightsScene scene)
{
    public object? Make(Operation operation, Type type, string name, Actor actor)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return scene.Number(name, actor) is null ? null : Make(operation, inner, name, actor);
        }

        return type switch
        {
            _ when type == typeof(Actor) => actor,
            _ when type == typeof(CancellationToken) => Running.Ct,
            _ when name == "assignmentId" && operation.IsOfTasks => scene.TaskId,
            _ when type == typeof(int) => scene.Number(name, actor) ?? (name is "questions" or "page" ? 1 : 0),
            _ when type == typeof(Guid) => name == "trialId" ? scene.TrialId : scene.RunId,
            _ when type == typeof(string) => Text(name),
            _ when type == typeof(DateTime) => new DateTime(2190, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(IReadOnlyCollection<Guid>) => new[] { scene.RunId },
            _ when name == "cardIds" => new[] { scene.CardId },
            _ when type == typeof(IReadOnlyCollection<int>) || type == typeof(IReadOnlyList<int>) => new[] { scene.MariaId },
            _ when type == typeof(Stream) => new MemoryStream([1, 2, 3]),
            _ when type == typeof(Question) => scene.Question.Question,
            _ when type == typeof(PlannedQuestion) => scene.Question,
            _ when type == typeof(Response) => new TrueFalseResponse(true),
            _ when type == typeof(AssignmentSettings) => new AssignmentSettings { DueUtc = new(2190, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
            _ when type == typeof(ClassSettings) => new ClassSettings("Renamed"),
            _ when type.IsEnum || type.IsPrimitive => Activator.CreateInstance(type),
            _ when type.IsGenericType && type.IsInterface => Array.CreateInstance(type.GetGenericArguments()[0], 0),
            _ => Compose(operation, type, actor),
        };
    }

    private string Text(string name) => name switch
    {
        "slug" => scene.Term,
        "questionId" => scene.QuestionId,
        "code" => "XXXXXX",
        _ => "Something",
    };

    /// <summary>From its longest constructor, with all that it requires.</summary>
    private object Compose(Operation operation, Type type, Actor actor)
    {
        var constructor = type.GetConstructors().Where(c => c.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{operation.Name} takes a {type.Name}. Say in {nameof(Samples)} how to make one.");
        var made = constructor.Invoke(
            [.. constructor.GetParameters().Select(parameter => Make(operation, parameter.ParameterType, parameter.Name!, actor))]);
        foreach (var property in type.GetProperties().Where(property =>
                     property.GetCustomAttributes().Any(a => a.GetType().Name == "RequiredMemberAttribute")))
        {
            property.SetValue(made, Make(operation, property.PropertyType, char.ToLowerInvariant(property.Name[0]) + property.Name[1..], actor));
        }

        return made;
    }
}
