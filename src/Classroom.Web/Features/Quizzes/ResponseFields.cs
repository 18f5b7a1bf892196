using System.Text.Json;
using Classroom.Curriculum.Quizzes;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Quizzes;

/// <summary>
/// Reads a response to a question as <see cref="QuestionAnswer"/> has shown it. Places become indexes in the file, which are
/// what is stored.
/// </summary>
public static class ResponseFields
{
    /// <summary>As much as the page takes.</summary>
    private const int LongestText = 200;

    /// <returns>Null where the fields are at fault, which they say themselves.</returns>
    public static Response? Read(PlannedQuestion planned, JsonFields fields)
    {
        var (question, places) = (planned.Question, planned.Order);
        var kind = QuestionAnswer.KindOf(question);
        if (fields.Has("kind") && !fields.Is("kind", kind))
        {
            fields.Wrong("kind", $"This question is of the kind \"{kind}\". Give that, or leave the field out.");
        }

        Response? response = question switch
        {
            OneAnswerQuestion => ReadPlace(fields, places) is { } place ? new OneAnswerResponse(places[place]) : null,
            SeveralAnswersQuestion => ReadPlaces(fields, places) is { } picked
                ? new SeveralAnswersResponse([.. picked.Select(at => places[at])]) : null,
            TrueFalseQuestion => ReadFlag(fields) is { } answer ? new TrueFalseResponse(answer) : null,
            NumberQuestion number => ReadText(fields) is { } text && CanRead(number, text, fields) ? new NumberResponse(text) : null,
            ShortAnswerQuestion => ReadText(fields) is { } text ? new ShortAnswerResponse(text) : null,
            MatchingQuestion => ReadPartners(fields, places) is { } partners
                ? new MatchingResponse([.. partners.Select(at => at is { } chosen ? places[chosen] : (int?)null)]) : null,
            OrderingQuestion => ReadOrder(fields, places) is { } order ? new OrderingResponse([.. order.Select(at => places[at])]) : null,
            _ => throw new NotSupportedException($"Nobody has said how a question of the kind {question.Kind} is answered."),
        };
        return fields.Faults.Count == 0 ? response : null;
    }

    private static int? ReadPlace(JsonFields fields, IReadOnlyList<int> places)
    {
        var expected = $"Give the place of a choice from 0 to {places.Count - 1}.";
        var read = fields.Optional<int?>("choice", null, json => Place(json, places), expected);
        fields.Require("choice", expected);
        return read;
    }

    private static List<int>? ReadPlaces(JsonFields fields, IReadOnlyList<int> places)
    {
        var expected = $"Give the places of one or more choices, each once and from 0 to {places.Count - 1}, for example [0, 1].";
        var read = fields.Optional("choices", null, json => List(json, places) is { Count: > 0 } list ? list : null, expected);
        fields.Require("choices", expected);
        return read;
    }

    private static List<int>? ReadOrder(JsonFields fields, IReadOnlyList<int> places)
    {
        var expected = $"Give the places of all {places.Count} items, from 0 to {places.Count - 1}, in the order that you mean.";
        var read = fields.Optional(
            "items", null, json => List(json, places) is { } list && list.Count == places.Count ? list : null, expected);
        fields.Require("items", expected);
        return read;
    }

    private static IReadOnlyList<int?>? ReadPartners(JsonFields fields, IReadOnlyList<int> places)
    {
        var expected = $"Give for each of the {places.Count} lefts the place of its right from 0 to {places.Count - 1}, or null.";
        var read = fields.Optional<IReadOnlyList<int?>>("rights", null, Partners, expected);
        fields.Require("rights", expected);
        return read;

        IReadOnlyList<int?>? Partners(JsonElement json)
        {
            if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() != places.Count)
            {
                return null;
            }

            var items = json.EnumerateArray().ToList();
            return items.TrueForAll(item => item.ValueKind == JsonValueKind.Null || Place(item, places) is not null)
                ? items.ConvertAll(item => item.ValueKind == JsonValueKind.Null ? null : Place(item, places))
                : null;
        }
    }

    private static bool? ReadFlag(JsonFields fields)
    {
        var read = fields.Flag("answer");
        fields.Require("answer", "Give true or false.");
        return read;
    }

    private static string? ReadText(JsonFields fields)
    {
        var expected = $"Give a text of 1 to {LongestText} characters.";
        var read = fields.Optional<string>(
            "text",
            null,
            json => json.ValueKind == JsonValueKind.String && json.GetString() is { Length: <= LongestText } text && text.Trim().Length > 0
                ? text : null,
            expected);
        fields.Require("text", expected);
        return read;
    }

    private static bool CanRead(NumberQuestion question, string text, JsonFields fields)
    {
        if (!question.CanRead(text))
        {
            fields.Wrong("text", TypedNumber.HowToWrite);
        }

        return question.CanRead(text);
    }

    private static List<int>? List(JsonElement json, IReadOnlyList<int> places)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > places.Count)
        {
            return null;
        }

        var items = json.EnumerateArray().Select(item => Place(item, places)).OfType<int>().Distinct().ToList();
        return items.Count == json.GetArrayLength() ? items : null;
    }

    private static int? Place(JsonElement json, IReadOnlyList<int> places) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var place) && place >= 0 && place < places.Count ? place : null;
}
