using System.Net.Http.Json;
using System.Text.Json;

namespace Classroom.Benchmarks;

/// <summary>Calls of a running Classroom's API that have to succeed.</summary>
internal static class Calls
{
    /// <summary>The answer, or one property of it.</summary>
    public static async Task<JsonElement> PostAsync(this HttpClient client, string path, object body, string? property = null)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        Expect(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return property is null ? json : json.GetProperty(property);
    }

    /// <summary>New students of a class, signed in.</summary>
    public static async Task<List<HttpClient>> AddStudentsAsync(this HttpClient teacher, string address, JsonElement classId, int count)
    {
        var made = await teacher.PostAsync(
            $"/api/classes/{classId}/students", new { people = Enumerable.Range(1, count).Select(n => new { name = $"Student {n:000}" }) });
        var students = new List<HttpClient>();
        foreach (var person in made.EnumerateArray())
        {
            students.Add(await WholeClass.SignInAsync(
                address, person.GetProperty("userName").GetString()!, person.GetProperty("password").GetString()!));
        }

        return students;
    }

    public static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
