using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Shared;

internal static class DatabaseTrouble
{
    /// <summary>True where the database did not answer or failed, however deep the provider wraps it.</summary>
    public static bool IsBehind(Exception failure) =>
        failure is DbException or DbUpdateException or TimeoutException or SocketException
        || (failure.InnerException is { } inner && IsBehind(inner));
}
