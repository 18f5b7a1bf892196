using System.Globalization;
using System.Text.Json;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Web.Tests.Api;

/// <summary>Answers the questions of an attempt as somebody would who knows the file: by the texts that are shown.</summary>
internal static class RightResponses
{
    /// <returns>A response as the API takes it, as JSON.</returns>
    public static string For(JsonElement shown, Question question) =>
        JsonSerializer.Serialize(new { response = Response(shown, question) });

    private static object Response(JsonElement shown, Question question)
    {
        return question switch
        {
            OneAnswerQuestion one => new { choice = Place("choices", one.Choices.Single(choice => choice.IsCorrect).Text) },
            SeveralAnswersQuestion several => new
            {
                kind = "several-answers",
                choices = several.Choices.Where(choice => choice.IsCorrect).Select(choice => Place("choices", choice.Text)).ToList(),
            },
            TrueFalseQuestion trueFalse => new { answer = trueFalse.Answer },
            NumberQuestion number => new { text = number.Answer.ToString(CultureInfo.InvariantCulture) },
            ShortAnswerQuestion words => new { text = words.Accept[0] },
            MatchingQuestion matching => new
            {
                rights = shown.GetProperty("lefts").EnumerateArray()
                    .Select(left => Place("rights", matching.Pairs.Single(pair => pair.Left == left.GetString()).Right)).ToList(),
            },
            OrderingQuestion ordering => new { items = ordering.Items.Select(item => Place("items", item)).ToList() },
            _ => throw new NotSupportedException(question.Kind.ToString()),
        };

        int Place(string list, string text) =>
            shown.GetProperty(list).EnumerateArray().Select(item => item.GetString()).ToList().IndexOf(text);
    }
}
