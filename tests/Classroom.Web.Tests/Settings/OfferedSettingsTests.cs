using Bunit;
using Classroom.Training.Data.BuiltIn;
using Classroom.Web.Features.Lab.Bench;
using Classroom.Web.Features.Settings;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Tests;

/// <summary>The bench offers a setting only where it makes sense beside the others, and does not send it elsewhere.</summary>
public sealed class OfferedSettingsTests : BunitContext
{
    [Theory]
    [InlineData("labelSmoothing", "digits", "cnn", "loss", "", true)]
    [InlineData("labelSmoothing", "digits", "cnn", "loss", "mean-squared-error", false)]
    [InlineData("labelSmoothing", "digits", "autoencoder", "loss", "", false)]
    [InlineData("labelSmoothing", "line", "mlp", "loss", "", false)]
    [InlineData("forgetBias", "recall", "rnn", "cell", "lstm", true)]
    [InlineData("forgetBias", "recall", "rnn", "cell", "gru", false)]
    [InlineData("momentum", "digits", "cnn", "optimizer", "sgd", true)]
    [InlineData("momentum", "digits", "cnn", "optimizer", "adam", false)]
    public void A_setting_is_shown_and_sent_where_it_applies(
        string id, string dataSet, string model, string other, string value, bool isOffered)
    {
        var data = BuiltInDataSets.List.Single(info => info.Id == dataSet);
        var form = new LabForm { DataSet = dataSet, Model = model, [other] = value, [id] = "0.25" };

        var view = Render<MoreSettings>(parameters => parameters
            .Add(settings => settings.Form, form)
            .Add(settings => settings.Data, data)
            .Add(settings => settings.Errors, BenchState.Nothing.Errors)
            .Add(settings => settings.Changed, EventCallback.Empty));

        Assert.Equal(isOffered ? 1 : 0, view.FindAll($"#{id}").Count);
        Assert.Equal(isOffered, form.ToConfig(data).ToJsonString().Contains($"\"{id}\":0.25", StringComparison.Ordinal));
    }
}
