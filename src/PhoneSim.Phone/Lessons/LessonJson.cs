using System.Text.Json;
using System.Text.Json.Serialization;

namespace PhoneSim.Phone.Lessons;

internal sealed record MistakeFile
{
    public required IReadOnlyList<LessonMistake> Mistakes { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Lesson))]
[JsonSerializable(typeof(MistakeFile))]
internal sealed partial class LessonJson : JsonSerializerContext;
