using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests.Rights;

/// <summary>One public call of a service that somebody makes, as the running program has it.</summary>
internal sealed record Operation(Type Service, MethodInfo Method)
{
    private static readonly JsonSerializerOptions AllOfIt = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public string Name => $"{Service.Name}.{Method.Name}({string.Join(", ", Method.GetParameters().Select(p => p.Name))})"
        .Replace("(actor, ", "(", StringComparison.Ordinal).Replace(", cancellationToken)", ")", StringComparison.Ordinal)
        .Replace("(actor)", "()", StringComparison.Ordinal).Replace("(cancellationToken)", "()", StringComparison.Ordinal);

    /// <summary>It is about something that is named by a number or an id.</summary>
    public bool NamesSomething => Method.GetParameters().Any(parameter => IsId(parameter.ParameterType, parameter.Name!));

    public bool IsOfTasks => Service.Namespace == typeof(Tasks.TaskReader).Namespace;

    /// <summary>All that take an <see cref="Actor"/>, by name: what only reads first, what takes away last.</summary>
    public static IReadOnlyList<Operation> All(IServiceProvider services) =>
    [
        .. from type in typeof(Actor).Assembly.GetTypes()
           where type is { IsClass: true, IsGenericType: false, IsAbstract: false } && services.GetService<IServiceProviderIsService>()!.IsService(type)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor))
           let operation = new Operation(type, method)
           orderby Rank(method.Name), operation.Name
           select operation,
    ];

    /// <summary>What came of it, and all that the answer tells.</summary>
    public async Task<(Answer Answer, string Told)> CallAsync(IServiceProvider services, RightsScene scene, Actor actor)
    {
        var arguments = Method.GetParameters().Select(parameter => scene.Argument(this, parameter, actor)).ToArray();
        var task = Method.Invoke(services.GetRequiredService(Service), arguments);
        var returned = Method.ReturnType;
        if (task is Task waiting)
        {
            await waiting;
            returned = returned.IsGenericType ? returned.GetGenericArguments()[0] : typeof(void);
            task = returned == typeof(void) ? null : ((dynamic)waiting).Result;
        }

        return Read(returned, task);
    }

    private static (Answer Answer, string Told) Read(Type returned, object? value)
    {
        if (returned == typeof(void))
        {
            return (Answer.Nothing, "");
        }

        if (returned == typeof(Refusal))
        {
            return (value is null ? Answer.Something : Answer.None, value is Refusal refusal ? Tell(refusal) : "");
        }

        if (value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Outcome<>))
        {
            var given = type.GetProperty("Value")!.GetValue(value);
            return (given is null ? Answer.None : Answer.Something, Tell(given ?? type.GetProperty("Refusal")!.GetValue(value)));
        }

        return value switch
        {
            null or false => (Answer.None, ""),
            _ => Tell(value) is var told && (told is "0" or "[]" or "{}" || told.EndsWith(",\"Total\":0}", StringComparison.Ordinal))
                ? (Answer.Nothing, "")
                : (Answer.Something, told),
        };
    }

    private static string Tell(object? value) => value is null ? "" : JsonSerializer.Serialize(value, value.GetType(), AllOfIt);

    private static bool IsId(Type type, string name) =>
        (type == typeof(int) || type == typeof(Guid) || type == typeof(IReadOnlyCollection<Guid>) || type == typeof(IReadOnlyCollection<int>))
        && (name == "id" || name == "ids" || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal));

    private static int Rank(string method) =>
        method.StartsWith("Remove", StringComparison.Ordinal) || method.StartsWith("Delete", StringComparison.Ordinal) ? 3
        : method.StartsWith("Archive", StringComparison.Ordinal) || method.StartsWith("Move", StringComparison.Ordinal) ? 4
        : new[] { "Find", "List", "Get", "Read", "Is", "Own", "Search", "Compare", "May" }
            .Any(start => method.StartsWith(start, StringComparison.Ordinal)) ? 0 : 1;
}
