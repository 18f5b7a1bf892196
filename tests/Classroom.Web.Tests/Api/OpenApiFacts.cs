using System.Globalization;
using System.Text.Json;

namespace Classroom.Web.Tests.Api;

/// <summary>What an OpenAPI document says of each call, in the words of <see cref="ApiPage"/>.</summary>
internal sealed class OpenApiFacts
{
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["multipart/form-data"] = "form",
        ["application/x-www-form-urlencoded"] = "form",
        ["application/json"] = "body",
    };

    private readonly JsonElement document;
    private readonly List<string> facts = [];

    private OpenApiFacts(JsonElement document) => this.document = document;

    public static IReadOnlyList<string> Read(JsonElement document)
    {
        var read = new OpenApiFacts(document);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject())
            {
                read.AddCall($"{method.Name.ToUpperInvariant()} {path.Name}", method.Value);
            }
        }

        return [.. read.facts.Distinct()];
    }

    private void AddCall(string call, JsonElement operation)
    {
        facts.Add(call);
        foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default)
        {
            facts.Add($"{call}: {parameter.GetProperty("in").GetString()} {parameter.GetProperty("name").GetString()}");
        }

        if (operation.TryGetProperty("requestBody", out var body))
        {
            foreach (var content in body.GetProperty("content").EnumerateObject())
            {
                facts.AddRange(Fields(content.Value.GetProperty("schema"), "").Select(field => $"{call}: {Bodies[content.Name]} {field}"));
            }
        }

        foreach (var response in operation.GetProperty("responses").EnumerateObject())
        {
            AddResponse($"{call}: {response.Name}", int.Parse(response.Name, CultureInfo.InvariantCulture), response.Value);
        }
    }

    /// <summary>With the media type of a success; every other answer is problem details, or has no content.</summary>
    private void AddResponse(string fact, int status, JsonElement response)
    {
        var types = response.TryGetProperty("content", out var content)
            ? content.EnumerateObject().Select(type => type.Name).ToList()
            : [];
        if (status >= 400)
        {
            Assert.Equal(["application/problem+json"], types);
            types.Clear();
        }

        facts.AddRange(types.Count == 0 ? [fact] : types.Select(type => $"{fact} {type}"));
    }

    /// <summary>The names of an object's fields, and after a dot those of the objects within, whatever kinds there may be of one.</summary>
    private IEnumerable<string> Fields(JsonElement schema, string prefix)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(name);
        }

        foreach (var several in new[] { "oneOf", "anyOf", "allOf" })
        {
            var kinds = schema.TryGetProperty(several, out var found) ? found.EnumerateArray() : default;
            foreach (var field in kinds.SelectMany(kind => Fields(kind, prefix)))
            {
                yield return field;
            }
        }

        foreach (var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
        {
            yield return prefix + property.Name;
            foreach (var field in Fields(property.Value, $"{prefix}{property.Name}."))
            {
                yield return field;
            }
        }
    }
}
