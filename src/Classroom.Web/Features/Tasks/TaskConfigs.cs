using System.Text;
using System.Text.Json;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Tasks;

/// <summary>Has the training engine check the settings that a lab task begins with.</summary>
public sealed class TaskConfigs(RunService runs)
{
    /// <summary>
    /// The wanted task with its config as the engine writes it, and with all that is wrong with that among
    /// <see cref="AssignmentSettings.Unread"/>. A config that stays as it is is not checked again: its data set may be gone by now.
    /// </summary>
    /// <param name="actor">The teacher.</param>
    /// <param name="wanted">With a config as somebody has sent it.</param>
    /// <param name="now">The config that the task has already; null for none.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<AssignmentSettings> CheckAsync(
        Actor actor, AssignmentSettings wanted, string? now, CancellationToken cancellationToken = default)
    {
        if (wanted.ConfigJson is not { } sent || sent == now)
        {
            return wanted;
        }

        var (json, unread) = JsonText.Parse(Encoding.UTF8.GetBytes(sent));
        using (json)
        {
            if (json is null)
            {
                return With([new("config", unread!)]);
            }

            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("from", out _))
            {
                return With([new("config.from", "A task cannot begin with the weights of another run: students may not see that run.")]);
            }

            var config = await runs.CheckAsync(actor, json.RootElement, cancellationToken);
            return config.Succeeded
                ? wanted with { ConfigJson = config.Value.ToJson() }
                : With([.. ((Refusal.Invalid)config.Refusal).Faults
                    .Select(fault => fault with { Field = fault.Field.Length == 0 ? "config" : $"config.{fault.Field}" })]);
        }

        AssignmentSettings With(IReadOnlyList<Fault> faults) => wanted with { ConfigJson = null, Unread = [.. wanted.Unread, .. faults] };
    }
}
