namespace Classroom.EndToEnd;

/// <summary>A class of thirty with something of each kind to do, as its teacher has made it.</summary>
/// <param name="Cards">What each student signs in with.</param>
/// <param name="WarmUpSlug">Of the quiz that she wrote herself.</param>
public sealed record TaughtClass(int Id, IReadOnlyList<SignInCard> Cards, string WarmUpSlug)
{
    public const string Name = "7b Computing";
    public const string LessonTitle = "Epoch";
    public const string QuizTitle = "Overfitting";
    public const string ExperimentTitle = "Gradient descent";
    public const string TaskTitle = "Small and good";
    public const int QuizPoints = 50;

    /// <summary>What is left of a score that is a day late.</summary>
    public const double LateShare = 0.9;

    public int Lesson { get; private init; }

    public int Quiz { get; private init; }

    public int WarmUp { get; private init; }

    public int Experiment { get; private init; }

    public int Task { get; private init; }

    public static async Task<TaughtClass> MakeAsync(Visitor teacher, Script script)
    {
        var roster = new RosterDesk(teacher, script);
        var id = await roster.MakeClassAsync(Name);
        await roster.AddStudentsAsync(id);
        var cards = await roster.PrintCardsAsync(id, Name);

        var desk = new AssigningDesk(teacher, id);
        var made = new TaughtClass(id, cards, await desk.WriteQuizAsync())
        {
            Lesson = await desk.AssignAsync(LessonTitle, "Lesson and graded quiz", LessonTitle),
            Quiz = await desk.AssignAsync(QuizTitle, "Graded quiz", QuizTitle),
            WarmUp = await desk.AssignAsync($"Own quiz: {EndToEnd.WarmUp.Title}", "Graded quiz", EndToEnd.WarmUp.Title),
            Experiment = await desk.AssignAsync(ExperimentTitle, "Experiment", ExperimentTitle),
            Task = await desk.AssignTaskAsync(TaskTitle),
        };
        await teacher.LookAroundAsync();

        await desk.ChangeAsync(
            made.WarmUp,
            ("Points for a perfect score", $"{EndToEnd.WarmUp.Points}"),
            ("Graded attempts allowed", "1"),
            ("Time limit for an attempt, in minutes", $"{EndToEnd.WarmUp.Minutes}"));
        await desk.ExpectChangedAsync();
        await desk.ChangeAsync(
            made.Quiz, ("Points for a perfect score", $"{QuizPoints}"), ("What each day late costs, in percent of the score", "10"));
        await desk.ExpectChangedAsync();
        return made;
    }
}
