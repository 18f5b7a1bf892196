using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>
/// All of a teacher's work outside the live lesson, in one go: a class of thirty from a pasted list, work of each kind, three students at
/// their browsers and the others by their programs, and marks that are taken home.
/// </summary>
public sealed class TeachingWalk(School school, OwnServer own) : IClassFixture<OwnServer>
{
    private const string Note = "Look at the map of the north again.";

    [Fact]
    public async Task A_class_is_taught_from_the_names_of_its_students_to_their_marks()
    {
        await using var teacher = await school.VisitAsync("teacher", server: own.Server);
        using var script = await Script.OfAsync(teacher, own.Server);
        var taught = await TaughtClass.MakeAsync(teacher, script);
        var desk = new MarkDesk(teacher, script, taught.Id);
        await using var watcher = await school.VisitAsync("teacher", server: own.Server);
        var grid = new OpenGrid(watcher);
        await grid.OpenAsync(taught.Id);

        await using var ada = await SignInAsync(taught.Cards[0], 1366, 768);
        await using var ben = await SignInAsync(taught.Cards[1], 390, 844);
        await using var carla = await SignInAsync(taught.Cards[2], 1920, 1080);
        var comers = taught.Cards.Skip(3).Select(card => Classmate.SignInAsync(own.Server, card)).ToArray();
        try
        {
            var mates = await Task.WhenAll(comers);
            var work = new ClassAtWork(taught, own.Server, ada, ben, carla, mates);
            await work.WorkAsync(desk);
            await ExpectOnGridAsync(grid, taught, work, mates);
            await watcher.LookAroundAsync();

            await MoveDueDateAsync(teacher, desk, taught, mates);
            await AskAgainAsync(teacher, desk, taught, work, grid);
            await DropBadQuestionAsync(teacher, desk, taught, work);
            await PostAsync(teacher, desk, taught, ben, mates.Skip(1).Take(ClassAtWork.InTime - 1).MaxBy(mate => mate.QuizScore)!);
            await TakeHomeAsync(teacher, desk, taught, ben);
            await grid.ExpectStillOpenAsync();
        }
        finally
        {
            foreach (var comer in comers.Where(comer => comer.IsCompletedSuccessfully))
            {
                (await comer).Dispose();
            }
        }
    }

    /// <summary>Each has come there while the page was open, with the scores that their answers make.</summary>
    private static async Task ExpectOnGridAsync(OpenGrid grid, TaughtClass taught, ClassAtWork work, IReadOnlyList<Classmate> mates)
    {
        await grid.ExpectDoneAsync(WarmUp.Title, work.WarmUps.Count, work.WarmUps.Values.Average(right => WarmUp.Score(right)));
        await grid.ExpectDoneAsync(
            TaughtClass.QuizTitle, ClassAtWork.InTime, mates.Take(ClassAtWork.InTime).Average(mate => mate.QuizScore!.Value));
        await grid.ExpectDoneAsync(TaughtClass.TaskTitle, ClassAtWork.AtTask + 1, 0.5);
        await grid.ExpectDoneAsync(TaughtClass.ExperimentTitle, 1, 1);
        await grid.ExpectAsync(taught.Cards[0].Name, TaughtClass.LessonTitle, "✓ read", work.LessonScore);
        await grid.ExpectAsync(taught.Cards[0].Name, WarmUp.Title, "Below passing", "50%");
        await grid.ExpectAsync(taught.Cards[1].Name, WarmUp.Title, "Handed in", "75%");
        await grid.ExpectAsync(taught.Cards[2].Name, TaughtClass.ExperimentTitle, "Handed in");
        await grid.ExpectAsync(mates[ClassAtWork.InWarmUp].Card.Name, WarmUp.Title, "Begun", "Handed in empty");
        await grid.ExpectAsync(mates[ClassAtWork.InWarmUp + 1].Card.Name, WarmUp.Title, "Begun");
        await grid.ExpectAsync(mates[^1].Card.Name, WarmUp.Title, "Not begun");
        await grid.ExpectCountAsync("Begun", 2);
        await grid.ExpectStillOpenAsync();
    }

    /// <summary>After students have begun: the page says for whom it changes what, and late work is late in the marks at once.</summary>
    private static async Task MoveDueDateAsync(
        Visitor teacher, MarkDesk desk, TaughtClass taught, IReadOnlyList<Classmate> mates)
    {
        var (page, assigning, due) = (teacher.Page, new AssigningDesk(teacher, taught.Id), DateTime.UtcNow.AddHours(-12));
        await assigning.ChangeAsync(taught.Quiz, ("Due: day", Day(due)), ("Due: time", due.ToString("HH:mm")));
        var warning = page.GetByRole(AriaRole.Alert);
        await Expect(warning).ToContainTextAsync($"This changes what {ClassAtWork.InTime} students already handed in:");
        Assert.Equal(
            mates.Take(ClassAtWork.InTime).OrderBy(mate => mate.Card.Name, StringComparer.Ordinal).Select(mate =>
            {
                var (inTime, late) = (mate.QuizScore!.Value, mate.QuizScore.Value * TaughtClass.LateShare);
                return $"{mate.Card.Name}: {OpenGrid.Whole(inTime)}, in time → {OpenGrid.Whole(late)}, late";
            }),
            (await warning.GetByRole(AriaRole.Listitem).AllInnerTextsAsync()).Select(line => line.Trim()));
        await teacher.LookAroundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save it anyway" }).ClickAsync();
        await assigning.ExpectChangedAsync();

        // Some come late only now, and one of those who did not is given another date.
        await Task.WhenAll(mates.Skip(ClassAtWork.InTime).Take(3).Select(mate => mate.TakeQuizAsync(taught.Quiz, 7, late: true)));
        await desk.OpenAsync(taught.Quiz, mates[0].Card.Name);
        await desk.GiveDateAsync(DateTime.UtcNow.AddDays(1));
        var marks = await desk.ReadAsync(taught.Quiz);
        foreach (var (place, mate) in mates.Take(ClassAtWork.InTime + 3).Index())
        {
            var (mark, share) = (marks[mate.Card.Name], place == 0 ? 1 : TaughtClass.LateShare);
            Assert.Equal(mate.QuizScore!.Value * share * TaughtClass.QuizPoints, mark.Points!.Value, 6);
            Assert.Equal(place > 0, mark.IsLate);
        }

        Assert.Equal("missing", marks[taught.Cards[1].Name].State);
    }

    /// <summary>A note on an answer, one more attempt, and what the student makes of both.</summary>
    private static async Task AskAgainAsync(Visitor teacher, MarkDesk desk, TaughtClass taught, ClassAtWork work, OpenGrid grid)
    {
        await desk.OpenAsync(taught.WarmUp, taught.Cards[0].Name);
        await Expect(desk.Mark).ToContainTextAsync("20 of 40");
        await desk.AskAgainAsync(WarmUp.Questions[0].Prompt, Note);
        await teacher.LookAroundAsync();
        await grid.ExpectAsync(taught.Cards[0].Name, WarmUp.Title, "Feedback given");
        await work.TryAgainAsync(Note);
        await grid.ExpectAsync(taught.Cards[0].Name, WarmUp.Title, "75%", "Has worked since your feedback");
        await desk.OpenAsync(taught.WarmUp, taught.Cards[0].Name);
        await Expect(desk.Mark).ToContainTextAsync("30 of 40");
        await Expect(teacher.Page.GetByRole(AriaRole.Region, new() { Name = "Feedback" }))
            .ToContainTextAsync(new Regex("read (just now|[0-9]+ minutes? ago)"));
    }

    private static async Task DropBadQuestionAsync(Visitor teacher, MarkDesk desk, TaughtClass taught, ClassAtWork work)
    {
        var changes = work.WarmUps
            .Select(one => new MarkChange(
                one.Key, WarmUp.Score(one.Value) * WarmUp.Points, WarmUp.ScoreWithoutBad(one.Value) * WarmUp.Points))
            .ToList();
        await new RegradeDesk(teacher, taught.Id)
            .DropAsync(taught.WarmUp, WarmUp.Bad.Prompt, [.. changes.Where(change => Math.Abs(change.Before - change.After) > 1e-9)]);
        var marks = await desk.ReadAsync(taught.WarmUp);
        Assert.All(changes, change => Assert.Equal(change.After, marks[change.Student].Points!.Value, 6));
        Assert.Equal(work.WarmUps.Count, marks.Values.Count(mark => mark.State == "graded"));
    }

    /// <summary>Students see nothing before, and then how each mark came about.</summary>
    private async Task PostAsync(Visitor teacher, MarkDesk desk, TaughtClass taught, Visitor ben, Classmate late)
    {
        await desk.OpenAsync(taught.WarmUp, taught.Cards[0].Name);
        await desk.OverrideAsync("37.5", "Explained the rest to me in class", "Well explained!");
        await Expect(desk.Mark).ToContainTextAsync("37.5 of 40");
        await Expect(desk.Mark).ToContainTextAsync("“Explained the rest to me in class” Without it, the mark would be 40.");
        await teacher.LookAroundAsync();

        await ben.GoAsync("/me");
        await Expect(ben.Page.GetByText("Your teacher has not posted any marks yet.")).ToBeVisibleAsync();
        await desk.PostAsync(WarmUp.Title);
        await desk.PostAsync(TaughtClass.QuizTitle);
        await teacher.LookAroundAsync();
        await ben.GoAsync("/me");
        var bens = MarksOf(ben.Page);
        await Expect(Row(bens, WarmUp.Title)).ToContainTextAsync("26.67 of 40");
        await Expect(Row(bens, TaughtClass.QuizTitle)).ToContainTextAsync("missing");
        await Expect(Row(bens, TaughtClass.TaskTitle)).ToContainTextAsync("not posted yet");
        await Expect(bens).ToContainTextAsync("Total so far: 30% (26.67 of 90 points)");
        await ben.LookAroundAsync();

        await using var other = await school.VisitAsync(server: own.Server);
        await other.SignInQuicklyAsync(late.Card.UserName, late.Card.Password);
        await other.GoAsync("/me");
        var inTime = late.QuizScore!.Value * TaughtClass.QuizPoints;
        var points = inTime * TaughtClass.LateShare;
        await Expect(Row(MarksOf(other.Page), TaughtClass.QuizTitle)).ToContainTextAsync(
            $"{StoredMark.Write(points)} of {TaughtClass.QuizPoints} "
                + $"{StoredMark.Write(inTime)}, less {StoredMark.Write(inTime - points)} for being late");
        await other.LeaveAsync();
        await other.SignInQuicklyAsync(taught.Cards[0].UserName, taught.Cards[0].Password);
        await other.GoAsync("/me");
        var given = Row(MarksOf(other.Page), WarmUp.Title);
        await Expect(given).ToContainTextAsync("37.5 of 40 given by your teacher");
        await Expect(given).ToContainTextAsync("Well explained!");
        await Expect(other.Page.GetByText("Explained the rest")).ToHaveCountAsync(0);
    }

    /// <summary>In each layout, and back with one other number.</summary>
    private static async Task TakeHomeAsync(Visitor teacher, MarkDesk desk, TaughtClass taught, Visitor ben)
    {
        var (files, adas, bens) = (new MarkFilesDesk(teacher, taught.Id), taught.Cards[0], taught.Cards[1]);
        await files.OpenAsync();
        await teacher.LookAroundAsync();
        var own = await files.TakeAsync("CSV");
        var column = Array.IndexOf(own[0], $"{WarmUp.Title} ({taught.WarmUp})");
        Assert.Equal(["Student ID", "User name", "Name"], own[0][..3]);
        Assert.Equal(PastedNames.Right.Order(StringComparer.Ordinal), own.Skip(1).Select(line => line[2]).Order(StringComparer.Ordinal));
        var ids = await desk.IdsAsync();
        Assert.All(own.Skip(1), line => Assert.Equal($"{ids[line[2]]}", line[0]));
        Assert.Equal("37.5", own.Single(line => line[2] == adas.Name)[column]);

        var canvas = await files.TakeAsync("Canvas");
        Assert.Equal("40", canvas[1][Array.IndexOf(canvas[0], $"{WarmUp.Title} ({taught.WarmUp})")]);
        Assert.Equal("37.5", Cell(canvas, "SIS Login ID", adas.UserName, $"{WarmUp.Title} ({taught.WarmUp})"));
        var moodle = await files.TakeAsync("Moodle");
        Assert.Equal("Well explained!", Cell(moodle, "username", adas.UserName, $"{WarmUp.Title} ({taught.WarmUp}) feedback"));
        var powerSchool = await files.TakeForPowerSchoolAsync(WarmUp.Title);
        Assert.Equal("37.5", powerSchool.Single(line => line[0] == adas.UserName)[2]);
        var workbook = await files.TakeWorkbookAsync();
        Assert.Contains("37.5", workbook, StringComparison.Ordinal);
        Assert.All(PastedNames.Right, name => Assert.Contains(name, workbook.Replace("&apos;", "'"), StringComparison.Ordinal));

        own.Single(line => line[2] == bens.Name)[column] = "28";
        await files.BringBackAsync(own, bens.Name, WarmUp.Title, 80.0 / 3, 28);
        var mark = (await desk.ReadAsync(taught.WarmUp))[bens.Name];
        Assert.Equal((28, "26.67", true), (mark.Points, StoredMark.Write(mark.Computed!.Value), mark.IsOverridden));
        Assert.StartsWith("Imported from file marks.csv by", mark.Reason, StringComparison.Ordinal);
        await ben.GoAsync("/me");
        await Expect(Row(MarksOf(ben.Page), WarmUp.Title)).ToContainTextAsync("28 of 40 given by your teacher");
    }

    private async Task<Visitor> SignInAsync(SignInCard card, int width, int height)
    {
        var visitor = await school.VisitAsync(size: new() { Width = width, Height = height }, server: own.Server);
        await visitor.SignInAsync(card.UserName, card.Password);
        return visitor;
    }

    private static ILocator MarksOf(IPage page) =>
        page.GetByRole(AriaRole.Region, new() { Name = $"Marks in {TaughtClass.Name}", Exact = true });

    private static ILocator Row(ILocator marks, string assignment)
    {
        var head = marks.Page.GetByRole(AriaRole.Rowheader, new() { Name = assignment, Exact = true });
        return marks.GetByRole(AriaRole.Row).Filter(new() { Has = head });
    }

    private static string Cell(IReadOnlyList<string[]> lines, string key, string value, string column) =>
        lines.Single(line => line[Array.IndexOf(lines[0], key)] == value)[Array.IndexOf(lines[0], column)];

    private static string Day(DateTime utc) => utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
