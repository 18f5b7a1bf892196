using System.Text;
using Microsoft.AspNetCore.Http;

namespace Classroom.Web.Tests.DataSets;

/// <summary>Files as a browser sends them.</summary>
internal static class FormFiles
{
    public static IReadOnlyList<IFormFile> Of(string name, string content) => Of(name, Encoding.UTF8.GetBytes(content));

    public static IReadOnlyList<IFormFile> Of(string name, byte[] content) =>
        [new FormFile(new MemoryStream(content), 0, content.Length, "files", name)];
}
