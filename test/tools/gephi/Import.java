import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Imports files into Gephi, each argument into a workspace of its own, as its desktop does, and prints a line of
 * counts for each. Of files joined by a comma the later ones are appended to the first.
 */
public class Import {
  public static void main(String[] all) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    for (String files : all) {
      var workspace = projects.newWorkspace(projects.getCurrentProject());
      projects.openWorkspace(workspace);
      ImportController importer = Lookup.getDefault().lookup(ImportController.class);
      Processor processor = new DefaultProcessor();
      int warnings = 0;
      StringBuilder issues = new StringBuilder();
      for (String file : files.split(",")) {
        Container container = importer.importFile(new File(file));
        container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
        importer.process(container, processor, workspace);
        var found = container.getReport().getIssues(1000);
        while (found.hasNext()) {
          Issue issue = found.next();
          if (issue.getLevel() == Issue.Level.INFO) continue;
          warnings++;
          issues.append(issue.getLevel()).append(' ').append(issue.getMessage()).append(" / ");
        }
        processor = new AppendProcessor();
      }
      print(files, Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace), warnings, issues.toString());
    }
  }

  private static void print(String files, GraphModel model, int warnings, String issues) {
    DirectedGraph graph = model.getDirectedGraph();
    Map<String, Integer> types = new TreeMap<>();
    int labelled = 0;
    for (Edge edge : graph.getEdges()) types.merge(String.valueOf(edge.getTypeLabel()), 1, Integer::sum);
    for (Node node : graph.getNodes()) if (node.getLabel() != null && !node.getLabel().isEmpty()) labelled++;
    StringBuilder columns = new StringBuilder();
    model.getNodeTable().forEach(c -> columns.append(c.getTitle()).append(':').append(c.getTypeClass().getSimpleName()).append(','));
    System.out.println("RESULT\t" + files.replaceAll("[^,]*/", "") + "\t" + graph.getNodeCount() + "\t" + graph.getEdgeCount() + "\t"
        + labelled + "\t" + warnings + "\t" + types + "\t" + columns + "\t" + issues.replace('\n', ' ') + "\t"
        + model.getTimeBounds());
  }
}
