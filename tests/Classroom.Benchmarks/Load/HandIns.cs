using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Quizzes;
using Microsoft.Playwright;

namespace Classroom.Benchmarks;

/// <summary>
/// A hundred students of one class hand in a quiz over HTTP against a running Classroom, within one second and then at one moment,
/// while its teacher has the grid of the class open in a browser.
/// </summary>
public static class HandIns
{
    private const int Students = 100;
    private const string Term = "overfitting";

    // The moment at which the grid shows each student's work as handed in.
    private const string Observe = """
        () => {
          window.shown = [];
          const look = () => {
            const count = document.querySelectorAll('td.c-handed-in, td.c-below, td.c-mastered').length;
            if (window.shown.length === 0 || window.shown[window.shown.length - 1][1] !== count) window.shown.push([Date.now(), count]);
            requestAnimationFrame(look);
          };
          look();
        }
        """;

    public static async Task<int> MeasureAsync(string address)
    {
        using var teacher = await WholeClass.SignInAsync(address, "teacher");
        var classId = await teacher.PostAsync("/api/classes", new { name = $"Load {DateTime.UtcNow:yyyy-MM-dd HH.mm.ss}" }, "id");
        var students = await teacher.AddStudentsAsync(address, classId, Students);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = ["--no-sandbox", "--disable-quic"] });
        var page = await (await browser.NewContextAsync(new() { BaseURL = address })).NewPageAsync();
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name=username]", "teacher");
        await page.FillAsync("[name=password]", "demo-classroom");
        await page.PressAsync("[name=password]", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));

        var worked = 0;
        foreach (var (name, span) in new[] { ("within one second", TimeSpan.FromSeconds(1)), ("at one moment", TimeSpan.Zero) })
        {
            var assignment = await teacher.PostAsync(
                $"/api/classes/{classId}/assignments",
                new { kind = "quiz", term = Term, title = name, points = 100, dueAt = DateTime.UtcNow.AddDays(1) },
                "id");
            var attempts = await Task.WhenAll(students.Select((student, number) => AnswerAsync(student, assignment, number)));
            await page.GotoAsync($"/classes/{classId}/progress");
            await page.Locator(".sort:enabled").First.WaitForAsync();
            await page.EvaluateAsync(Observe);

            var start = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            var times = await Task.WhenAll(students.Select(async (student, number) =>
            {
                await Task.Delay(span * number / Students);
                var sent = Stopwatch.GetTimestamp();
                var score = await SubmitAsync(student, attempts[number].Id);
                Calls.Expect(Math.Abs(score - attempts[number].Score) < 1e-9, $"Student {number}: {score} and not {attempts[number].Score}.");
                return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }));
            // What is handed in empty is not done.
            worked += attempts.Count(attempt => attempt.Score > 0);
            var end = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await page.WaitForFunctionAsync(
                "all => window.shown.at(-1)?.[1] === all", worked, new() { Timeout = 60_000, PollingInterval = 50 });
            var shown = await page.EvaluateAsync<double[]>("() => window.shown.at(-1)");
            Array.Sort(times);
            Console.WriteLine($"{Students} hand-ins {name}: median {times[Students / 2]:0} ms, 99th percentile {times[(Students * 99 / 100) - 1]:0} ms, "
                + $"slowest {times[^1]:0} ms; the last answer after {end - start} ms, all in the open grid {shown[0] - end:0} ms later");
            await CheckAsync(teacher, classId, assignment, [.. attempts.Select(attempt => attempt.Score)]);
            foreach (var (student, attempt) in students.Zip(attempts))
            {
                Calls.Expect(await SubmitAsync(student, attempt.Id) == attempt.Score, "A second hand-in changed a score.");
            }
        }

        students.ForEach(student => student.Dispose());
        return 0;
    }

    /// <summary>Answers the first few questions that can be answered by their text alone rightly, one to three of them.</summary>
    private static async Task<(int Id, double Score)> AnswerAsync(HttpClient student, JsonElement assignment, int number)
    {
        var quiz = CurriculumLoader.Load(Curriculum.Curriculum.DefaultFolder).Find(Term)!.Quiz!;
        var attempt = await student.PostAsync($"/api/assignments/{assignment}/attempts", new { });
        var (id, questions, right) = (attempt.GetProperty("id").GetInt32(), attempt.GetProperty("questions"), 0);
        foreach (var question in questions.EnumerateArray())
        {
            var key = question.GetProperty("id").GetString()!;
            object? response = right > number % 3 ? null : quiz.Questions.Single(known => known.Id == key) switch
            {
                TrueFalseQuestion truth => new { answer = truth.Answer },
                NumberQuestion exact => new { text = exact.Answer.ToString(CultureInfo.InvariantCulture) },
                ShortAnswerQuestion text => new { text = text.Accept[0] },
                _ => null,
            };
            right += response is null ? 0 : 1;
            using var saved = await student.PutAsJsonAsync($"/api/attempts/{id}/answers/{key}", new { response });
            saved.EnsureSuccessStatusCode();
        }

        return (id, right / (double)questions.GetArrayLength());
    }

    private static async Task<double> SubmitAsync(HttpClient student, int attempt)
    {
        using var answer = await student.PostAsync($"/api/attempts/{attempt}/submit", null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("score").GetDouble();
    }

    /// <summary>Nothing is lost and nothing doubled: in the progress and in the marks.</summary>
    private static async Task CheckAsync(HttpClient teacher, JsonElement classId, JsonElement assignment, double[] scores)
    {
        var progress = await teacher.GetFromJsonAsync<JsonElement>($"/api/classes/{classId}/progress");
        var counts = progress.GetProperty("students").EnumerateArray().Select(student => CellOf(student, "cells").GetProperty("attempts").GetInt32());
        Calls.Expect(counts.Order().SequenceEqual(scores.Select(score => score > 0 ? 1 : 0).Order()), "An attempt was lost or doubled.");
        var gradebook = await teacher.GetFromJsonAsync<JsonElement>($"/api/classes/{classId}/gradebook");
        var points = gradebook.GetProperty("students").EnumerateArray().Select(student => CellOf(student, "marks").GetProperty("points"))
            .Where(mark => mark.ValueKind == JsonValueKind.Number).Select(mark => Math.Round(mark.GetDouble(), 2)).Order();
        Calls.Expect(points.SequenceEqual(scores.Where(score => score > 0).Select(score => Math.Round(score * 100, 2)).Order()), "A mark is wrong.");

        JsonElement CellOf(JsonElement student, string list) => student.GetProperty(list).EnumerateArray()
            .Single(cell => cell.GetProperty("assignment").GetInt32() == assignment.GetInt32());
    }
}
