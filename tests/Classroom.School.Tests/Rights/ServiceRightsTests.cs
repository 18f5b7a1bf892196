namespace Classroom.School.Tests.Rights;

/// <summary>
/// Every call of every service by everybody who has no right to it: nothing of the class may change, and nothing of it be told. The
/// calls are found by reflection, so a new one cannot be forgotten.
/// </summary>
public sealed class ServiceRightsTests(SchoolTemplates templates)
{
    private static readonly string NotFound = new Refusal.NotFound().Message;

    /// <summary>What names something and is everybody's all the same, or has nothing to name in this scene; each with its reason.</summary>
    private static readonly HashSet<string> Exempt =
    [
        // Data sets belong to the school and not to a class; nobody in this scene has one, and the run has no weights.
        "DataSetReader.FindForRunAsync(id)", "DataSetReader.FindUseAsync(id)", "DataSetReader.FindVisibleAsync(id)",
        "DataSetStore.RenameAsync(id, title, was)", "DataSetStore.RemoveAsync(id)",
        "RunReader.HasWeightsAsync(id)", "RunReader.FindWithWeightsAsync(id)", "RunReader.ReadWeightsAsync(id)",
    ];

    /// <summary>Whoever waits is told for which class.</summary>
    private static readonly (string Call, string Secret) Told = ("JoinService.ListWaitingAsync()", "Zebrafish class");

    /// <summary>What an assistant may do too, with her own words alone.</summary>
    private static readonly HashSet<string> AssistantsMay = ["FeedbackService.WriteAsync(wanted)"];

    [Theory, BothProviders]
    public async Task Outsiders_change_nothing_of_a_class_and_learn_nothing_about_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await RightsScene.NewAsync(school);
        var wrong = new List<string>();
        foreach (var (who, actor) in scene.Outsiders)
        {
            var before = await ClassRows.ReadAsync(school, scene, actor);
            foreach (var operation in Operation.All(school.Services))
            {
                var (answer, told) = await operation.CallAsync(school.Services, scene, actor);
                if (operation.NamesSomething && !Exempt.Contains(operation.Name)
                    && (answer == Answer.Something || told.Length > 0 && !told.Contains(NotFound, StringComparison.Ordinal)))
                {
                    wrong.Add($"{operation.Name} answers {who}: {told}");
                }

                wrong.AddRange(from secret in RightsScene.SecretsOfTheClass
                               where told.Contains(secret, StringComparison.Ordinal) && (operation.Name, secret) != Told
                               select $"{operation.Name} tells {who} of \"{secret}\"");
            }

            wrong.AddRange(Changes(before, await ClassRows.ReadAsync(school, scene, actor)).Select(change => $"{who} made {change}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, BothProviders]
    public async Task A_classmate_changes_nothing_of_another_student_and_learns_nothing_about_her(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await RightsScene.NewAsync(school);
        var wrong = new List<string>();
        var before = await ClassRows.ReadAsync(school, scene, scene.Classmate);
        foreach (var operation in Operation.All(school.Services))
        {
            var (_, told) = await operation.CallAsync(school.Services, scene, scene.Classmate);
            wrong.AddRange(from secret in RightsScene.SecretsOfMaria
                           where told.Contains(secret, StringComparison.Ordinal)
                           select $"{operation.Name} tells of \"{secret}\"");
        }

        wrong.AddRange(Changes(before, await ClassRows.ReadAsync(school, scene, scene.Classmate)));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, BothProviders]
    public async Task An_assistant_sees_the_class_and_changes_nothing_of_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await RightsScene.NewAsync(school);
        var before = await ClassRows.ReadAsync(school, scene, scene.Assistant);
        foreach (var operation in Operation.All(school.Services).Where(operation => !AssistantsMay.Contains(operation.Name)))
        {
            await operation.CallAsync(school.Services, scene, scene.Assistant);
        }

        var changes = Changes(before, await ClassRows.ReadAsync(school, scene, scene.Assistant)).ToList();
        Assert.True(changes.Count == 0, string.Join('\n', changes));
    }

    /// <summary>Or the tests above would ask for what is not there, and prove nothing.</summary>
    [Theory, BothProviders]
    public async Task Each_call_succeeds_for_somebody_or_is_refused_for_another_reason(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await RightsScene.NewAsync(school);
        var reached = new HashSet<string>();
        var named = Operation.All(school.Services).Where(operation => operation.NamesSomething).ToList();
        foreach (var operation in named)
        {
            foreach (var actor in new[] { scene.Maria, scene.Teacher, scene.Admin })
            {
                var (answer, told) = await operation.CallAsync(school.Services, scene, actor);
                if (answer != Answer.None || told.Length > 0 && !told.Contains(NotFound, StringComparison.Ordinal))
                {
                    reached.Add(operation.Name);
                }
            }
        }

        var missed = named.Select(operation => operation.Name).Where(name => !reached.Contains(name) && !Exempt.Contains(name)).ToList();
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    private static IEnumerable<string> Changes(HashSet<string> before, HashSet<string> after) =>
        before.Except(after).Select(row => $"gone: {row}").Concat(after.Except(before).Select(row => $"new: {row}"));
}
