using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Classroom.School.DataSets;
using Classroom.Training.Tests;
using Classroom.Web.Tests.DataSets;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

public sealed class DataSetsApiTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_teachers_upload_is_there_for_her_class_and_for_nobody_else()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var answer = await UploadAsync(teacher.Http, "Small squares", Pictures(20), Labels(20));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        using var maria = await scene.SignInAsync(scene.Maria);
        Assert.Contains("Small squares", await TitlesAsync(maria.Http));
        Assert.DoesNotContain("Small squares", await TitlesAsync((await host.LookAsAsync("student20")).Http));
        Assert.Contains("digits", (await maria.Http.GetStringAsync("/api/datasets", Ct)).Split('"'));
    }

    [Fact]
    public async Task A_student_may_not_upload_and_a_visitor_not_even_look()
    {
        using var student = await UploadAsync((await host.LookAsAsync("student20")).Http, "Mine", Pictures(20), Labels(20));
        Assert.Equal(HttpStatusCode.Forbidden, student.StatusCode);
        using var visitor = await host.Visitor().Http.GetAsync("/api/datasets", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
    }

    public static TheoryData<string, byte[], byte[], string> Faulty => new()
    {
        { "truncated", Pictures(20)[..100], Labels(20), "pictures" },
        { "another length", Pictures(20), Labels(19), "19" },
        { "wrong magic number", [.. "not an IDX file"u8], Labels(20), "pictures" },
        { "bomb", Bomb(), Labels(20), "pictures" },
        { "empty", [], Labels(20), "pictures" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_upload_says_what_is_wrong_and_stores_nothing(string title, byte[] pictures, byte[] labels, string mentioned)
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var answer = await UploadAsync(teacher.Http, title, pictures, labels);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Contains(mentioned, problem.GetProperty("errors").GetProperty("files").ToString(), StringComparison.Ordinal);
        Assert.Empty(await host.Get<DataSetReader>().ListAsync(scene.TeacherActor, Ct));
    }

    [Fact]
    public async Task A_missing_title_and_missing_files_are_both_named()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var form = new MultipartFormDataContent { { new StringContent(" "), "title" } };
        using var answer = await teacher.Http.PostAsync("/api/datasets", form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(["files", "title"], problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).Order());
    }

    [Fact]
    public async Task A_table_is_listed_with_what_was_done_to_it_and_its_faults_with_their_lines()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var form = Table("length,sort,width\n1,oak,2\n3,fir,4\n5,oak,6\n", "sort");
        using var answer = await teacher.Http.PostAsync("/api/datasets", form, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();

        var listed = (await teacher.Http.GetFromJsonAsync<JsonElement>("/api/datasets", Ct)).EnumerateArray()
            .Single(entry => entry.GetProperty("id").GetString() == id);
        Assert.Equal(
            ("table", 3, 2, 1),
            (listed.GetProperty("kind")
                .GetString(), listed.GetProperty("examples")
                    .GetInt32(), listed.GetProperty("train").GetInt32(), listed.GetProperty("validation").GetInt32()));
        Assert.Equal("[2]", listed.GetProperty("shape").GetRawText());
        Assert.Equal("[\"fir\",\"oak\"]", listed.GetProperty("classes").GetRawText());
        Assert.Contains("Each column minus its mean", listed.GetProperty("description").GetString(), StringComparison.Ordinal);

        using var faulty = Table("length,sort,width\n1,oak,wide\n3,fir\n", "sort");
        using var refusal = await teacher.Http.PostAsync("/api/datasets", faulty, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        var errors = (await refusal.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors")
            .GetProperty("files")
            .EnumerateArray()
            .Select(error => error.GetString())
            .ToList();
        Assert.Equal(
            [
                "trees.csv, line 3: The line has 2 fields; the first line has 3.",
                "trees.csv, line 2: The column 'width' holds 'wide'; expected a number."
            ],
            errors);
    }

    [Fact]
    public async Task What_is_ambiguous_is_refused_with_the_question_and_its_answers_and_taken_with_one_of_them()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var ambiguous = Ambiguous();
        using var refusal = await teacher.Http.PostAsync("/api/datasets", ambiguous, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        var errors = (await refusal.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors");
        Assert.Equal("classFolder", Assert.Single(errors.EnumerateObject()).Name);
        var question = errors.GetProperty("classFolder")[0].GetString();
        Assert.Contains("Which folders are the classes?", question, StringComparison.Ordinal);
        Assert.Contains(
            "classFolder with one of these values: 1 (cats, dogs (2 classes)); 2 (day, night (2 classes))", question,
            StringComparison.Ordinal);
        Assert.Empty(await host.Get<DataSetReader>().ListAsync(scene.TeacherActor, Ct));

        using var answered = Ambiguous();
        answered.Add(new StringContent("2"), "classFolder");
        using var created = await teacher.Http.PostAsync("/api/datasets", answered, Ct);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(["day", "night"], Assert.Single(await host.Get<DataSetReader>().ListAsync(scene.TeacherActor, Ct)).Classes);
    }

    [Fact]
    public async Task A_script_may_say_whether_rows_are_pictures_and_how_these_lie_and_is_told_how_they_were_read()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var turned = await ReadAsync(("orientation", "transposed"));
        Assert.Equal(
            ("pictures", "transposed"), (turned.GetProperty("content").GetString(), turned.GetProperty("orientation").GetString()));
        var table = await ReadAsync(("content", "table"));
        Assert.Equal("table", table.GetProperty("content").GetString());
        Assert.False(table.TryGetProperty("orientation", out _));

        async Task<JsonElement> ReadAsync((string Field, string Value) choice)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent($"Digits, {choice.Value}"), "title" },
                { new StringContent(choice.Value), choice.Field },
                { new ByteArrayContent(Uploads.Digits()), "files", "digits.csv" },
            };
            using var created = await teacher.Http.PostAsync("/api/datasets", form, Ct);
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
            return (await teacher.Http.GetFromJsonAsync<JsonElement>(created.Headers.Location!.OriginalString, Ct)).GetProperty("reading");
        }
    }

    [Fact]
    public async Task Every_field_that_cannot_be_understood_is_named()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var form = Table("length,sort\n1,oak\n2,fir\n", "sort");
        form.Add(new StringContent("perhaps"), "header");
        form.Add(new StringContent("latin-9"), "encoding");
        using var refusal = await teacher.Http.PostAsync("/api/datasets", form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        var errors = (await refusal.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors");
        Assert.Equal(["encoding", "header"], errors.EnumerateObject().Select(field => field.Name).Order());
    }

    [Fact]
    public async Task A_data_set_shows_how_it_was_read_to_those_who_may_see_it_and_to_nobody_else()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var ambiguous = Ambiguous();
        ambiguous.Add(new StringContent("1"), "classFolder");
        using var created = await teacher.Http.PostAsync("/api/datasets", ambiguous, Ct);
        var address = created.Headers.Location!.OriginalString;

        using var maria = await scene.SignInAsync(scene.Maria);
        var shown = await maria.Http.GetFromJsonAsync<JsonElement>(address, Ct);
        Assert.Equal(("Animals", 20), (shown.GetProperty("title").GetString(), shown.GetProperty("examples").GetInt32()));
        var reading = shown.GetProperty("reading");
        Assert.Equal(
            ("ZIP of pictures", 1, "stratified"),
            (reading.GetProperty("format")
                .GetString(), reading.GetProperty("classFolder").GetInt32(), reading.GetProperty("split").GetString()));
        Assert.Equal(
            """[{"name":"cats","train":8,"validation":2},{"name":"dogs","train":8,"validation":2}]""",
            reading.GetProperty("classes").GetRawText());
        Assert.False(reading.TryGetProperty("header", out _));

        using var stranger = await (await host.LookAsAsync("student20")).Http.GetAsync(address, Ct);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        using var visitor = await host.Visitor().Http.GetAsync(address, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        Assert.Equal("digits", (await maria.Http.GetFromJsonAsync<JsonElement>("/api/datasets/digits", Ct)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_run_on_a_removed_data_set_is_refused_in_words()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var form = Table("length,sort\n1,oak\n2,fir\n3,oak\n4,fir\n", "sort");
        using var created = await teacher.Http.PostAsync("/api/datasets", form, Ct);
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        Assert.Null(await host.Get<DataSetStore>().RemoveAsync(scene.TeacherActor, id, Ct));

        var config = new { dataset = id, model = new { kind = "mlp", hidden = new[] { 4 } }, epochs = 1 };
        using var refusal = await teacher.Http.PostAsJsonAsync("/api/runs", config, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        var message =
            (await refusal.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("dataset")[0].GetString();
        Assert.Equal("The data set “Trees” has been removed, so no new run can learn from it. Choose another data set.", message);
        using var gone = await teacher.Http.GetAsync($"/api/datasets/{id}", Ct);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static MultipartFormDataContent Ambiguous() => new()
    {
        { new StringContent("Animals"), "title" },
        { new ByteArrayContent(AmbiguousUploads.Animals), "files", "animals.zip" },
    };

    private static MultipartFormDataContent Table(string content, string labelColumn) => new()
    {
        { new StringContent("Trees"), "title" },
        { new StringContent(labelColumn), "labelColumn" },
        { new StringContent(content), "files", "trees.csv" },
    };

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient http, string title, byte[] pictures, byte[] labels)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(title), "title" },
            { new ByteArrayContent(pictures), "files", "pictures" },
            { new ByteArrayContent(labels), "files", "labels" },
        };
        return await http.PostAsync("/api/datasets", form, Ct);
    }

    private static async Task<IEnumerable<string?>> TitlesAsync(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>("/api/datasets", Ct)).EnumerateArray()
            .Select(entry => entry.GetProperty("title").GetString());

    private static byte[] Pictures(int count) =>
        Idx(0x0803, [count, 12, 12], [.. Enumerable.Range(0, count * 144).Select(i => (byte)(i % 251))]);

    private static byte[] Labels(int count) => Idx(0x0801, [count], [.. Enumerable.Range(0, count).Select(i => (byte)(i % 2))]);

    /// <summary>Announces little and unpacks to 300 MiB of zeros.</summary>
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Pictures(20));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Idx(int magic, int[] sizes, byte[] values)
    {
        var header = new byte[4 * (1 + sizes.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, magic);
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * (i + 1)), sizes[i]);
        }

        return [.. header, .. values];
    }
}
