using System.Security.Cryptography;
using Classroom.School;
using Classroom.School.DataSets;
using Classroom.Training.Tests;
using Classroom.Web.Features.DataSets.Install;

namespace Classroom.Web.Tests.DataSets;

public sealed class DataSetInstallTests : IAsyncLifetime
{
    private static readonly byte[] Pictures = IdxFiles.Gzip(IdxFiles.Pictures(20, 6));
    private static readonly byte[] Labels = IdxFiles.Gzip(IdxFiles.Labels(20));

    private PublishingServer server = null!;
    private DataSetSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        server = await PublishingServer.StartAsync(new Dictionary<string, byte[]> { ["pictures.gz"] = Pictures, ["labels.gz"] = Labels });
        school = await DataSetSchool.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await school.DisposeAsync();
    }

    [Fact]
    public async Task A_published_data_set_is_fetched_checked_and_stored()
    {
        var outcome = await InstallAsync(("/moved/pictures.gz", Sum(Pictures)), ("/files/labels.gz", Sum(Labels).ToUpperInvariant()));

        Assert.True(outcome.Succeeded, outcome.Refusal?.Message);
        Assert.Equal(20, outcome.Value.Examples);
        Assert.Equal(
            "Digits",
            Assert.Single(await school.Catalog.ListAsync(school.Admin, Ct), info => info.Id == outcome.Value.Id.ToString()).Title);
    }

    [Theory]
    [InlineData(
        "/files/pictures.gz", "0000000000000000000000000000000000000000000000000000000000000000",
        "pictures.gz: The file has another checksum")]
    [InlineData("/files/nothing.gz", null, "The server answered 404")]
    [InlineData("/round", null, "sends on more than 5 times")]
    [InlineData("/inside", null, "The server sends on to 10.0.0.1. Give an address that starts with https://")]
    [InlineData("/endless", null, "The file is larger than 1 MiB")]
    [InlineData("/broken", null, "It could not be fetched")]
    [InlineData("/silent", null, "The download took longer than")]
    public async Task What_cannot_be_fetched_is_told_and_stores_nothing(string path, string? sha256, string expected)
    {
        var timeout = path == "/silent" ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromMinutes(1);
        var outcome = await InstallAsync(
            new DataSetInstallOptions { AllowLoopback = true, MaxBytes = 1 << 20, Timeout = timeout },
            (path, sha256 ?? Sum(Pictures)),
            ("/files/labels.gz", Sum(Labels)));

        Assert.Contains(expected, Assert.IsType<Refusal.Invalid>(outcome.Refusal).Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), await school.CountAsync());
    }

    [Fact]
    public async Task What_was_fetched_but_is_no_data_set_is_told_with_its_fault()
    {
        var outcome = await InstallAsync(("/files/labels.gz", Sum(Labels)), ("/files/labels.gz", Sum(Labels)));
        Assert.Contains("labels.gz, byte 0: Both files hold labels", outcome.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://172.20.0.1/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://[64:ff9b::a00:1]/")]
    [InlineData("https://[2002:a00:1::]/")]
    public async Task An_address_of_the_own_network_is_never_asked(string address)
    {
        using var download = new DataSetDownload(new());
        Assert.Null(download.Fault(address));
        var refused = await Assert.ThrowsAsync<DataSetDownloadException>(() => download.FetchAsync(new Uri(address), Sum(Labels), Ct));
        Assert.Contains("is not on the public internet", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org/x")]
    [InlineData("ftp://example.org/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@example.org/x")]
    [InlineData("example.org/x")]
    [InlineData("")]
    [InlineData(null)]
    public void Only_encrypted_addresses_without_passwords_are_taken(string? address)
    {
        using var download = new DataSetDownload(new());
        Assert.NotNull(download.Fault(address));
    }

    [Fact]
    public async Task Everything_wrong_with_the_form_is_named_and_only_an_admin_may_send_it()
    {
        var install = new DataSetInstall(school.Upload, new DataSetDownload(new()), new());
        var outcome = await install.InstallAsync(
            school.Admin, " ", [new("http://example.org/a", "abc"), new(null, " "), new(null, Sum(Labels))], Ct);

        Assert.Equal(
            ["title", "address", "sha256", "address"], Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults.Select(fault => fault.Field));
        Assert.IsType<Refusal.NotFound>((await install.InstallAsync(school.Teacher, "Digits", [], Ct)).Refusal);
        Assert.Equal(
            ["address"],
            Assert.IsType<Refusal.Invalid>((await install.InstallAsync(school.Admin, "Digits", [new("", "")], Ct)).Refusal).Faults.Select(
                fault => fault.Field));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private Task<Outcome<DataSetDetails>> InstallAsync(params (string Path, string Sha256)[] files) =>
        InstallAsync(new DataSetInstallOptions { AllowLoopback = true }, files);

    private async Task<Outcome<DataSetDetails>> InstallAsync(DataSetInstallOptions options, params (string Path, string Sha256)[] files)
    {
        using var download = new DataSetDownload(options);
        var install = new DataSetInstall(school.Upload, download, options);
        return await install.InstallAsync(
            school.Admin, "Digits", [.. files.Select(file => new InstalledFile(server.Address + file.Path, file.Sha256))], Ct);
    }
}
