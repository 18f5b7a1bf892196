using Mono.Cecil;

namespace Classroom.Web.Tests;

/// <summary>
/// Which folders of a project use which, as the compiled program shows: every type that a type's members and bodies name.
/// </summary>
internal sealed class FolderArrows
{
    private const string Root = "(root)";

    private readonly string project;
    private readonly Dictionary<string, HashSet<string>> used = [];

    private FolderArrows(string project) => this.project = project;

    /// <summary>Each folder with types in it, and the other folders that these use.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Used => used;

    public static FolderArrows Read(string project)
    {
        var arrows = new FolderArrows(project);
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{project}.dll"));
        foreach (var type in module.Types)
        {
            if (arrows.FolderOf(type) is { } folder)
            {
                if (!arrows.used.ContainsKey(folder))
                {
                    arrows.used[folder] = [];
                }

                arrows.Follow(type, folder);
            }
        }

        return arrows;
    }

    private void Follow(TypeDefinition type, string folder)
    {
        var references = new List<TypeReference?> { type.BaseType };
        references.AddRange(type.Interfaces.Select(implemented => implemented.InterfaceType));
        references.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        references.AddRange(type.Fields.Select(field => field.FieldType));
        references.AddRange(type.Properties.SelectMany(property => property.CustomAttributes).Select(attribute => attribute.AttributeType));
        references.AddRange(type.Methods.SelectMany(Named));
        foreach (var reference in references)
        {
            Add(reference, folder);
        }

        // What the compiler makes of lambdas and asynchronous methods is nested.
        foreach (var nested in type.NestedTypes)
        {
            Follow(nested, folder);
        }
    }

    private static IEnumerable<TypeReference?> Named(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature =
            [
                method.ReturnType,
                .. method.Parameters.Select(parameter => parameter.ParameterType),
                .. method.CustomAttributes.Select(attribute => attribute.AttributeType)
            ];
        return method.HasBody
            ? signature.Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType))
                .Concat(method.Body.Instructions.SelectMany(instruction => Named(instruction.Operand)))
            : signature;
    }

    private static IEnumerable<TypeReference?> Named(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        _ => [],
    };

    private void Add(TypeReference? type, string folder)
    {
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Add(argument, folder);
            }
        }

        if (type is TypeSpecification specification)
        {
            Add(specification.ElementType, folder);
        }
        else if (type is not null and not GenericParameter && FolderOf(type) is { } target && target != folder)
        {
            used[folder].Add(target);
        }
    }

    // What the compiler and Orleans generate is in no folder, nor is the program's first file.
    private string? FolderOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Namespace == project ? Root
            : type.Namespace.StartsWith($"{project}.", StringComparison.Ordinal) && IsOfThisProject(type)
                ? type.Namespace[(project.Length + 1)..].Replace('.', '/')
                : null;
    }

    // Classroom.School.Postgres is a project beside Classroom.School, not a folder of it.
    private bool IsOfThisProject(TypeReference type) => type.Scope switch
    {
        ModuleDefinition => true,
        AssemblyNameReference assembly => assembly.Name == project,
        _ => false,
    };
}
