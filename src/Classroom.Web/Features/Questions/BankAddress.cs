using Classroom.School.Questions;
using Microsoft.AspNetCore.Http.Extensions;

namespace Classroom.Web.Features.Questions;

/// <summary>The addresses of a question bank and of files of it.</summary>
public static class BankAddress
{
    public const string Mine = "mine";

    public static BankFilter Read(string? text, string? tag, string? kind, string? whose) => new()
    {
        Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        Tag = string.IsNullOrWhiteSpace(tag) ? null : tag.Trim(),
        Kind = KindText.Read(kind),
        OnlyMine = whose == Mine,
    };

    public static string List(BankFilter filter, int page = 1)
    {
        var query = Query(filter);
        if (page > 1)
        {
            query.Add("page", $"{page}");
        }

        return $"/questions{query}";
    }

    /// <summary>All that the filter finds, as a file.</summary>
    public static string File(BankFilter filter) => $"/api/questions.gift{Query(filter)}";

    private static QueryBuilder Query(BankFilter filter)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("text", filter.Text), ("tag", filter.Tag), ("kind", filter.Kind?.ToString()), ("whose", filter.OnlyMine ? Mine : null),
        })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return query;
    }
}
