namespace Classroom.EndToEnd;

public sealed class VisitorTests(School school)
{
    [Fact]
    public async Task A_look_finds_a_picture_without_words_and_an_error_of_a_script()
    {
        await using var visitor = await school.VisitAsync();
        await visitor.GoAsync("/");

        await visitor.Page.EvaluateAsync("() => document.querySelector('main').append(new Image())");
        var fault = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => visitor.LookAsync());
        Assert.Contains("critical image-alt", fault.Message, StringComparison.Ordinal);

        await visitor.Page.EvaluateAsync("() => { document.querySelector('main > img').remove(); console.error('lost') }");
        fault = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => visitor.LookAsync());
        Assert.Contains("lost", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_of_numbers_never_overflows_its_box()
    {
        // Narrow, and with a loss that has thirty digits.
        await using var visitor = await school.VisitAsync("student02", new() { Width = 390, Height = 844 });
        using var script = await Script.OfAsync(visitor, school.Server);
        var calm = await script.StartRunAsync(Line(learningRate: 0.05));
        var wild = await script.StartRunAsync(Line(learningRate: 1000));
        await script.WaitForStateAsync(calm, "Completed");
        await script.WaitForStateAsync(wild, "Diverged");

        foreach (var address in new[] { $"/runs/{wild}", $"/lab/compare?runs={calm},{wild}", "/me" })
        {
            await visitor.GoAsync(address);
            Assert.Empty(await visitor.FindOverflowingNumbersAsync());
        }

        await visitor.Page.EvaluateAsync("""
            () => {
              const wide = document.createElement('p');
              Object.assign(wide.style, { width: '4rem', whiteSpace: 'nowrap' });
              wide.textContent = '100000000000000000000000000000000';
              document.querySelector('main').append(wide);
            }
            """);
        Assert.Equal(["P: 100000000000000000000000000000000"], await visitor.FindOverflowingNumbersAsync());
    }

    private static object Line(double learningRate) => new
    {
        dataset = "line",
        model = new { kind = "mlp", hidden = new[] { 4 } },
        optimizer = new { kind = "sgd", learningRate },
        batchSize = 8,
        epochs = 3,
        seed = 1,
    };
}
