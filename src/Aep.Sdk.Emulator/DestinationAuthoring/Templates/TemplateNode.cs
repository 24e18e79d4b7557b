using System.Text;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>Writes a part of the result.</summary>
internal delegate void TemplateNode(TemplateScope scope, StringBuilder output);
