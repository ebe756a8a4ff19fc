using System.Text.Json.Serialization;

namespace PhoneSim.Cli.Screens;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScreenMemory))]
internal sealed partial class MemoryJson : JsonSerializerContext;
