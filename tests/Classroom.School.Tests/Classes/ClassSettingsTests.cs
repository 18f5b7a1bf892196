using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class ClassSettingsTests(SchoolTemplates templates)
{
    [Fact]
    public void Time_zones_are_known_by_their_iana_names()
    {
        foreach (var name in new[] { "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Apia", "US/Eastern", "UTC" })
        {
            Assert.True(ClassTimeZones.Exist(name), name);
        }

        foreach (var name in new[]
        {
            "", "Mars/Olympus", "../../etc/passwd", "Europe/../Europe/Berlin", "Eastern Standard Time", "/etc", "a\0b",
        })
        {
            Assert.False(ClassTimeZones.Exist(name), name);
        }

        Assert.Contains("Asia/Kathmandu", ClassTimeZones.Choices);
        Assert.All(ClassTimeZones.Choices, name => Assert.True(ClassTimeZones.Exist(name), name));
    }

    [Theory, BothProviders]
    public async Task Name_time_zone_and_waiting_room_are_changed_in_one_act_and_recorded(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var classId = await school.AddClassAsync(null);
        var before = (await school.Classes.GetAsync(admin, classId, Ct))!;
        var wanted = new ClassSettings("8b") { TimeZone = "Asia/Kathmandu", AdmitsAtOnce = true };

        Assert.Null(await school.ClassSettings.ChangeAsync(admin, classId, wanted, before.Version, Ct));

        Assert.Equal(wanted, (await school.Classes.GetAsync(admin, classId, Ct))!.Settings);
        var entries = (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items;
        Assert.Equal(
            (AuditAction.ClassChanged, $"(#{classId}): time zone the school's to Asia/Kathmandu, waiting room on to off"),
            (entries[0].Action, entries[0].Detail));
        Assert.Equal((AuditAction.ClassRenamed, "7b", $"(#{classId}) to 8b"), (entries[1].Action, entries[1].Subject, entries[1].Detail));
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_with_the_settings_is_named_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var classId = await school.AddClassAsync(null);

        var refusal = await school.ClassSettings.ChangeAsync(admin, classId, new(" ") { TimeZone = "Mars/Olympus" }, 0, Ct);

        Assert.Equal(["name", "timeZone"], Assert.IsType<Refusal.Invalid>(refusal).Faults.Select(fault => fault.Field));
        Assert.Equal("7b", (await school.Classes.GetAsync(admin, classId, Ct))!.Name);
    }
}
