using Classroom.Curriculum.Quizzes;
using CsCheck;

namespace Classroom.Curriculum.Tests;

public sealed class ResponseJsonTests
{
    public static TheoryData<Response, string> Stored => new()
    {
        { new OneAnswerResponse(2), """{"kind":"one-answer","choice":2}""" },
        { new SeveralAnswersResponse([0, 3]), """{"kind":"several-answers","choices":[0,3]}""" },
        { new TrueFalseResponse(true), """{"kind":"true-false","answer":true}""" },
        { new NumberResponse("0,75"), """{"kind":"number","text":"0,75"}""" },
        { new ShortAnswerResponse("loss"), """{"kind":"short-answer","text":"loss"}""" },
        { new MatchingResponse([1, null, 0]), """{"kind":"matching","rights":[1,null,0]}""" },
        { new OrderingResponse([2, 0, 1]), """{"kind":"ordering","items":[2,0,1]}""" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void Every_kind_is_written_in_its_lasting_form_and_read_back(Response response, string json)
    {
        Assert.Equal(json, ResponseJson.Write(response));
        var read = ResponseJson.Read(json);
        Assert.IsType(response.GetType(), read);
        Assert.Equal(json, ResponseJson.Write(read!));
    }

    [Fact]
    public void The_kind_may_stand_anywhere() =>
        Assert.Equal(new OneAnswerResponse(2), ResponseJson.Read("""{"choice":2,"kind":"one-answer"}"""));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"kind\":\"one-answer\"")]
    [InlineData("""{"kind":"one-answer"}""")]
    [InlineData("""{"kind":"one-answer","choice":"2"}""")]
    [InlineData("""{"kind":"one-answer","choice":99999999999}""")]
    [InlineData("""{"kind":"several-answers","choices":null}""")]
    [InlineData("""{"kind":"number","text":null}""")]
    [InlineData("""{"kind":"essay","text":"x"}""")]
    [InlineData("""{"kind":1}""")]
    [InlineData("""{"kind":"one-answer","kind":"number","choice":1}""")]
    [InlineData("""{"kind":"several-answers","choices":[[[[[[1]]]]]]}""")]
    [InlineData("{\"kind\":\"number\",\"text\":\"\\uD800\"}")]
    public void Damaged_json_reads_as_no_response(string? json) => Assert.Null(ResponseJson.Read(json));

    [Fact]
    public void Json_that_is_too_long_is_neither_written_nor_read()
    {
        var text = new string('x', ResponseJson.MaxLength);

        Assert.Throws<ArgumentException>(() => ResponseJson.Write(new ShortAnswerResponse(text)));
        Assert.Null(ResponseJson.Read($$"""{"kind":"short-answer","text":"{{text}}"}"""));
    }

    [Fact]
    public void Whatever_is_changed_in_stored_json_it_reads_as_nothing_or_as_something_that_can_be_graded()
    {
        var stored = Stored.Select(row => row.Data.Item2).ToArray();
        Gen.Select(Gen.Int[0, stored.Length - 1].Select(index => stored[index]), Gen.Int[0, 100], Gen.Char, Gen.Int[0, 3])
            .Sample((json, at, letter, cut) =>
            {
                var place = at % json.Length;
                var damaged = json[..place] + letter + json[Math.Min(json.Length, place + cut)..];
                return ResponseJson.Read(damaged) is not { } response
                    || Samples.All.All(question => Grading.Grade(question, response).Score is >= 0 and <= 1);
            }, iter: 2_000);
    }
}
