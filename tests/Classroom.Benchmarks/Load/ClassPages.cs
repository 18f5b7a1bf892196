using System.Diagnostics;
using System.Net.Http.Json;
using Classroom.Curriculum.Loading;

namespace Classroom.Benchmarks;

/// <summary>How long the grid and the gradebook of a class of thirty with forty assignments take to open, over HTTP.</summary>
public static class ClassPages
{
    private const int Students = 30;
    private const int Rounds = 40;

    public static async Task<int> MeasureAsync(string address)
    {
        using var teacher = await WholeClass.SignInAsync(address, "teacher");
        var classId = await teacher.PostAsync("/api/classes", new { name = $"Pages {DateTime.UtcNow:yyyy-MM-dd HH.mm.ss}" }, "id");
        var students = await teacher.AddStudentsAsync(address, classId, Students);
        var terms = CurriculumLoader.Load(Curriculum.Curriculum.DefaultFolder).Terms.Take(20).ToList();
        var quizzes = new List<int>();
        foreach (var kind in new[] { "lesson", "quiz" })
        {
            foreach (var term in terms)
            {
                var assignment = await teacher.PostAsync(
                    $"/api/classes/{classId}/assignments",
                    new { kind, term = term.Slug, points = 100, dueAt = DateTime.UtcNow.AddDays(1) },
                    "id");
                if (kind == "quiz")
                {
                    quizzes.Add(assignment.GetInt32());
                }
            }
        }

        // Each student has handed in half of the quizzes, with one question answered.
        await Task.WhenAll(students.Select(async (student, number) =>
        {
            foreach (var quiz in quizzes.Where((_, place) => (place + number) % 2 == 0))
            {
                var attempt = await student.PostAsync($"/api/assignments/{quiz}/attempts", new { });
                var (id, question) = (attempt.GetProperty("id"), attempt.GetProperty("questions")[0].GetProperty("id"));
                using var saved = await student.PutAsJsonAsync(
                    $"/api/attempts/{id}/answers/{question}", new { response = new { text = "1", answer = true, choice = 0 } });
                await student.PostAsync($"/api/attempts/{id}/submit", new { });
            }
        }));
        students.ForEach(student => student.Dispose());

        foreach (var page in new[] { "progress", "gradebook" })
        {
            var times = new double[Rounds];
            var bytes = 0;
            for (var round = -3; round < Rounds; round++)
            {
                var sent = Stopwatch.GetTimestamp();
                var html = await teacher.GetStringAsync($"/classes/{classId}/{page}");
                bytes = html.Length;
                Calls.Expect(html.Contains($"Student {Students:000}", StringComparison.Ordinal), $"The {page} page lacks a student.");
                times[Math.Max(round, 0)] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }

            Array.Sort(times);
            Console.WriteLine($"{page} of {Students} students and {terms.Count * 2} assignments, {bytes / 1000} kB: "
                + $"median {times[Rounds / 2]:0} ms, slowest {times[^1]:0} ms");
        }

        return 0;
    }
}
