using Classroom.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Classroom.Web.Tests.Hosting;

public sealed class SchoolSettingsTests
{
    [Theory]
    [InlineData("America/Chicago", "America/Chicago")]
    [InlineData(" Europe/Berlin ", "Europe/Berlin")]
    [InlineData("UTC", "UTC")]
    public void A_time_zone_is_known_by_its_name(string given, string found)
    {
        Assert.Equal(found, new SchoolSettings { TimeZone = given }.FindTimeZone()!.Id);
        Assert.Empty(Faults(given));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_a_setting_it_is_that_of_the_machine(string? given)
    {
        Assert.Equal(TimeZoneInfo.Local, new SchoolSettings { TimeZone = given }.FindTimeZone());
        Assert.Empty(Faults(given));
    }

    [Theory]
    [InlineData("Chicago")]
    [InlineData("America/Chicgo")]
    [InlineData("GMT+25")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/localtime\0")]
    public void A_time_zone_that_nobody_knows_is_refused_by_name(string given) =>
        Assert.StartsWith(
            $"Classroom__School__TimeZone is '{given}', which this machine does not know: give a name such as America/Chicago",
            Assert.Single(Faults(given)),
            StringComparison.Ordinal);

    private static IEnumerable<string> Faults(string? timeZone) =>
        new ClassroomSettingsValidation(new ConfigurationBuilder().Build())
            .Validate(null, new ClassroomSettings { School = new SchoolSettings { TimeZone = timeZone } }).Failures ?? [];
}
