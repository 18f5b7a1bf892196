using Classroom.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Classroom.Web.Tests.Hosting;

public sealed class ProxySettingsTests
{
    [Fact]
    public void Nobody_is_trusted_by_default() => Assert.Empty(new ProxySettings().ParseTrusted());

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1/32")]
    [InlineData(" 10.0.0.0/8 , fd00::/8", "10.0.0.0/8 fd00::/8")]
    [InlineData("::1", "::1/128")]
    public void Addresses_and_networks_can_be_trusted(string trusted, string networks)
    {
        Assert.Equal(networks, string.Join(' ', new ProxySettings { Trusted = trusted }.ParseTrusted()));
        Assert.Empty(Faults(settings => settings.Proxy.Trusted = trusted));
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("10.0.0.5/8")]
    [InlineData("10")]
    [InlineData("127.0.0.1:443")]
    [InlineData("127.0.0.1, proxy.school.example")]
    [InlineData("*")]
    public void What_is_no_address_is_refused_by_name(string trusted) =>
        Assert.StartsWith(
            $"Classroom__Proxy__Trusted names '{trusted.Split(' ')[^1]}'",
            Assert.Single(Faults(settings => settings.Proxy.Trusted = trusted)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("127.0.0.1, ::/0")]
    public void Trusting_everybody_is_refused(string trusted) =>
        Assert.StartsWith(
            "Classroom__Proxy__Trusted would trust every address",
            Assert.Single(Faults(settings => settings.Proxy.Trusted = trusted)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void A_number_of_proxies_that_cannot_be_is_refused_by_name(int count) =>
        Assert.StartsWith(
            $"Classroom__Proxy__Count is {count}:",
            Assert.Single(Faults(settings => settings.Proxy.Count = count)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 100, "Classroom__Circuits__PerPerson is 0:")]
    [InlineData(20, 19, "Classroom__Circuits__PerAddress is 19:")]
    public void Limits_under_which_nobody_could_work_are_refused_by_name(int perPerson, int perAddress, string fault) =>
        Assert.StartsWith(
            fault,
            Assert.Single(Faults(settings => settings.Circuits = new CircuitSettings { PerPerson = perPerson, PerAddress = perAddress })),
            StringComparison.Ordinal);

    private static IEnumerable<string> Faults(Action<ClassroomSettings> change)
    {
        var settings = new ClassroomSettings();
        change(settings);
        return new ClassroomSettingsValidation(new ConfigurationBuilder().Build()).Validate(null, settings).Failures ?? [];
    }
}
